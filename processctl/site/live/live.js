// Keeps a page of the live site up to date: it is loaded anew when its server has a newer one.
"use strict";
(function () {
  const script = document.currentScript;
  const mark = script.dataset.mark;
  const findings = script.dataset.findings || "";
  const place = "processctl-place:" + location.pathname;

  // A browser may keep nothing for a page; then the page only forgets.
  function remembered(key) {
    try { return sessionStorage.getItem(key); } catch (error) { return null; }
  }
  function remember(key, value) {
    try { sessionStorage.setItem(key, value); } catch (error) { /* see above */ }
  }

  // The place on the page survives a page of errors that stood here meanwhile.
  const instead = document.body.classList.contains("live-notice");
  let wanted = instead ? null : JSON.parse(remembered(place) || "null");
  if (wanted) {
    remember(place, "null");
    history.scrollRestoration = "manual";
    addEventListener("load", function () {
      scrollTo({ left: wanted[0], top: wanted[1], behavior: "instant" });
      wanted = null;
    });
    addEventListener("pagehide", function () { history.scrollRestoration = "auto"; });
  }
  function again() {
    if (!instead) { remember(place, JSON.stringify(wanted || [scrollX, scrollY])); }
    location.reload();
  }

  // Only a page that somebody sees holds a connection: a browser has few of them for one server.
  let events = null;
  function listen() {
    if (document.hidden || events) { return; }
    events = new EventSource("/_live/events?path=" + encodeURIComponent(location.pathname));
    events.onmessage = function (message) {
      if (message.data !== mark) { events.close(); again(); }
    };
  }
  function rest() {
    if (events) { events.close(); events = null; }
  }
  document.addEventListener("visibilitychange", function () { document.hidden ? rest() : listen(); });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();

  // What is new among the findings is read out; what was put away stays away until something is new.
  const panel = document.querySelector(".live");
  const text = panel ? panel.querySelector(".live-list").textContent : "";
  const known = remembered("processctl-findings");
  if (findings && known !== null && known !== text) {
    setTimeout(function () { document.querySelector(".live-status").textContent = findings; }, 100);
  }
  remember("processctl-findings", text);
  if (!panel) { return; }
  const details = panel.querySelector("details");
  const close = panel.querySelector(".live-close");
  details.open = remembered("processctl-folded") !== "yes";
  // As it is when the page goes: a "toggle" may come too late for that.
  addEventListener("pagehide", function () { remember("processctl-folded", details.open ? "no" : "yes"); });
  panel.hidden = remembered("processctl-closed") === text;
  close.hidden = false;
  function put() { remember("processctl-closed", text); panel.hidden = true; }
  close.addEventListener("click", put);
  panel.addEventListener("keydown", function (event) { if (event.key === "Escape") { put(); } });
})();
