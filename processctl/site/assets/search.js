// The field in the header: finds as one types. What it searches is fetched when somebody comes to it.
(function () {
  "use strict";

  const MOST = 40;
  const root = new URL("..", document.currentScript.src);
  const language = document.documentElement.lang;
  document.querySelector("header").insertAdjacentHTML("beforeend", window.processctlControls.search);
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ul");
  let ready = null;

  // Pages of the file system may not fetch, but they may have scripts.
  function load(address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = new URL(address, root);
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  // What finds; nothing where a page was copied without its folder, and then there is no search.
  function finder() {
    ready ??= form.dataset.scripts.split(" ")
      .reduce((before, address) => before.then(() => load(address)), Promise.resolve())
      .then(function () {
        const { pages, lines, stemmer } = window.processctlWords;
        return new window.processctlFinder(pages, lines, stemmer());
      })
      .catch(function () {
        form.remove();
      });
    return ready;
  }

  // The address says what is sought, to be sent to somebody or come back to; some browsers allow no other
  // address to pages of the file system.
  function tell(query) {
    const address = new URL(location);
    if (query) {
      address.searchParams.set("q", query);
    } else {
      address.searchParams.delete("q");
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Then it stays as it is.
    }
  }

  async function search() {
    const query = field.value.trim();
    tell(query);
    const finds = await finder();
    if (finds && query === field.value.trim()) {
      show(query, query ? finds.find(query) : []);
    }
  }

  function show(query, found) {
    const { none, one, many } = form.dataset;
    const text = [none, one][found.length] || many.replace("{count}", found.length);
    status.textContent = query ? text : "";
    list.scrollTop = 0;
    list.replaceChildren(...found.slice(0, MOST).map(item));
    form.classList.toggle("open", Boolean(query));
  }

  function item({ address, title, heading, excerpt }) {
    const link = document.createElement("a");
    link.href = new URL(`${language}/${address}`, root);
    link.append(made("strong", heading && heading !== title ? `${title} · ${heading}` : title));
    const [before, word, after] = excerpt;
    const words = made("span", before);
    words.append(made("mark", word), after);
    link.append(words);
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  function made(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  function close() {
    form.classList.remove("open");
    status.textContent = "";
    list.replaceChildren();
  }

  function move(step) {
    const stops = [field, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    next?.focus();
  }

  field.addEventListener("focus", finder);
  field.addEventListener("input", search);

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    list.querySelector("a")?.click();
  });

  form.addEventListener("keydown", function (event) {
    const deeds = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Escape: function () {
        field.value = "";
        tell("");
        close();
        field.focus();
      },
    };
    if (deeds[event.key]) {
      event.preventDefault();
      deeds[event.key]();
    }
  });

  form.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) {
      close();
    }
  });

  document.addEventListener("pointerdown", function (event) {
    if (!form.contains(event.target)) {
      close();
    }
  });

  document.addEventListener("keydown", function (event) {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    search();
    field.focus();
  }
})();
