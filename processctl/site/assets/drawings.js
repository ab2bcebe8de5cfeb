// Drawings can be made larger and moved about. A drawing that is too large for its frame scrolls, so the frame's
// scrolling is how it moves: keys, wheel and fingers do that by themselves.
(function () {
  "use strict";

  const STEP = 1.4;
  const LARGEST = 4; // times the size it was drawn in
  const READABLE = 1 / 3; // a whole drawing that is smaller says nothing
  const DRAG = 5; // pixels: whoever moves less than that clicks

  for (const picture of document.querySelectorAll(".picture")) {
    picture.insertAdjacentHTML("afterbegin", window.processctlControls.tools);
    enhance(picture, picture.querySelector(".drawing"), picture.querySelector(".tools"));
  }

  function enhance(picture, frame, tools) {
    const svg = frame.querySelector("svg");
    const natural = svg.width.baseVal.value;
    const size = tools.querySelector("output");
    const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });

    function scale() {
      return svg.getBoundingClientRect().width / natural;
    }

    function fit() {
      frame.classList.remove("zoomed");
      svg.style.width = "";
      tell();
    }

    // As high as the frame, or as wide; the rest is a drag away.
    function fill() {
      const { left, top } = frame.getBoundingClientRect();
      const high = frame.clientHeight / svg.height.baseVal.value;
      zoom(Math.min(Math.max(high, frame.clientWidth / natural), 1), left, top);
    }

    // The point of the drawing that is at (x, y) of the window stays there.
    function zoom(wanted, x, y) {
      const before = svg.getBoundingClientRect();
      const grows = wanted > scale();
      if (!frame.classList.contains("zoomed")) {
        if (!grows) {
          return;
        }
        frame.style.setProperty("--fitted", `${frame.offsetHeight}px`);
      }
      frame.classList.add("zoomed");
      svg.style.width = `${natural * Math.min(wanted, LARGEST)}px`;
      const after = svg.getBoundingClientRect();
      if (after.width <= frame.clientWidth && !grows) {
        fit();
        return;
      }
      const ratio = after.width / before.width;
      frame.scrollLeft += after.left + (x - before.left) * ratio - x;
      frame.scrollTop += after.top + (y - before.top) * ratio - y;
      tell();
    }

    function zoomMiddle(factor) {
      const box = frame.getBoundingClientRect();
      zoom(scale() * factor, box.left + box.width / 2, box.top + box.height / 2);
    }

    function tell() {
      size.textContent = percent.format(scale());
    }

    const dialog = document.createElement("dialog");
    dialog.className = "large";
    dialog.setAttribute("aria-label", frame.getAttribute("aria-label"));
    picture.append(dialog);

    const switcher = tools.querySelector("[data-do=large]");
    const name = switcher.textContent;

    function enlarge() {
      if (dialog.open) {
        dialog.close();
        return;
      }
      dialog.append(tools, frame);
      dialog.showModal();
      switcher.textContent = switcher.dataset.end;
      fit();
      if (scale() < READABLE) {
        fill();
      }
      switcher.focus();
    }

    dialog.addEventListener("close", function () {
      picture.prepend(tools, frame);
      switcher.textContent = name;
      fit();
      switcher.focus();
    });

    const deeds = {
      in: () => zoomMiddle(STEP),
      out: () => zoomMiddle(1 / STEP),
      fit: fit,
      large: enlarge,
    };
    const keys = { "+": "in", "=": "in", "-": "out", "0": "fit" };

    tools.addEventListener("click", function (event) {
      const button = event.target.closest("button");
      if (button) {
        deeds[button.dataset.do]();
      }
    });

    frame.addEventListener("keydown", function (event) {
      const deed = keys[event.key];
      if (deed && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        deeds[deed]();
      }
    });

    frame.addEventListener("wheel", function (event) {
      if (event.ctrlKey) { // two fingers on a touchpad say so as well
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        zoom(scale() * Math.exp(-event.deltaY * lines / 300), event.clientX, event.clientY);
      }
    }, { passive: false });

    pinch(frame, scale, zoom);
    drag(frame);
    addEventListener("resize", tell);
    tell();
  }

  function pinch(frame, scale, zoom) {
    let start = null;

    function distance(touches) {
      return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
    }

    frame.addEventListener("touchstart", function (event) {
      start = event.touches.length === 2 ? { scale: scale(), distance: distance(event.touches) } : null;
    }, { passive: true });

    frame.addEventListener("touchmove", function (event) {
      if (start && event.touches.length === 2) {
        event.preventDefault();
        const [one, other] = event.touches;
        zoom(
          start.scale * distance(event.touches) / start.distance,
          (one.clientX + other.clientX) / 2,
          (one.clientY + other.clientY) / 2,
        );
      }
    }, { passive: false });
  }

  function drag(frame) {
    let start = null;
    let isDrag = false;

    frame.addEventListener("dragstart", (event) => event.preventDefault());

    frame.addEventListener("pointerdown", function (event) {
      isDrag = false;
      if (event.pointerType !== "touch" && event.button === 0) {
        start = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
      }
    });

    frame.addEventListener("pointermove", function (event) {
      if (!start) {
        return;
      }
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      if (!isDrag && Math.hypot(x, y) > DRAG) {
        isDrag = true;
        frame.setPointerCapture(event.pointerId);
        frame.classList.add("dragged");
      }
      if (isDrag) {
        frame.scrollTo(start.left - x, start.top - y);
      }
    });

    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
      frame.addEventListener(name, function () {
        start = null;
        frame.classList.remove("dragged");
      });
    }

    frame.addEventListener("click", function (event) {
      if (isDrag) {
        event.preventDefault();
      }
    }, true);
  }
})();
