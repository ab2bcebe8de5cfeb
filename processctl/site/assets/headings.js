// A link beside each heading, to be copied. Its id is that of the heading, or of the section that it stands above.
(function () {
  "use strict";

  for (const heading of document.querySelectorAll("main h2")) {
    const title = heading.textContent;
    heading.insertAdjacentHTML("beforeend", ` ${window.processctlControls.link}`);
    const link = heading.querySelector(".here");
    link.href = `#${heading.id || heading.closest("section").id}`;
    link.setAttribute("aria-label", link.getAttribute("aria-label").replace("{title}", () => title));
  }
})();
