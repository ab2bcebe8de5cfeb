/** Prints the page of the panel, for a test in a browser: node print_page.js SOURCE SCRIPT STYLE */

import { html } from "../src/page";

const [source = "", script = "", style = ""] = process.argv.slice(2);
process.stdout.write(
  html({
    title: "Journey",
    language: "en",
    nonce: "YWJjZGVmZ2hpamtsbW5vcA",
    source,
    script,
    style,
  }),
);
