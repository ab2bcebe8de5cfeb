// Prints the conformance tests of cel-spec as JSON: suites by name, as they stand in the package.
const suites = ["conformance", "parsing", "checking", "comprehension"];
const load = (name) => require(`@bufbuild/cel-spec/testdata/${name}.js`).tests;
process.stdout.write(JSON.stringify(Object.fromEntries(suites.map((name) => [name, load(name)]))));
