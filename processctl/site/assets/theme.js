// Light, dark, or as the device has it. Runs before anything is drawn, so that no page flashes in other colours.
(function () {
  "use strict";

  const CHOICES = ["auto", "light", "dark"];
  const KEY = "processctl-theme";
  const root = document.documentElement;

  // Some browsers keep nothing for pages of the file system: then a choice lasts as long as its page.
  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // See above.
    }
  }

  function show(choice) {
    if (choice === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = choice;
    }
  }

  let choice = CHOICES.includes(remembered()) ? remembered() : "auto";
  show(choice);
  root.classList.add("scripted");

  document.addEventListener("DOMContentLoaded", function () {
    const { theme } = window.processctlControls;
    document.querySelector("header").insertAdjacentHTML("beforeend", theme);
    const button = document.querySelector("button.theme");
    const label = () => { button.textContent = button.dataset[choice]; };
    button.addEventListener("click", function () {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      show(choice);
      remember(choice);
      label();
    });
    label();
  });
})();
