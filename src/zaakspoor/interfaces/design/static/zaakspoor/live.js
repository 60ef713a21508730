// An open case page moves by itself. Without this script the page is as complete; only older.
"use strict";

(() => {
  const page = document.querySelector("[data-live]");
  if (!page || !window.EventSource) return;

  const FIRST_WAIT = 1000;
  const LONGEST_WAIT = 30000;
  let source = null;
  let wait = FIRST_WAIT;
  let timer = 0;
  let busy = false;
  let again = false;

  function connect() {
    source = new EventSource(page.dataset.live);
    // A change may have fallen between the making of the page and this moment.
    source.addEventListener("open", () => { wait = FIRST_WAIT; refresh(); });
    source.addEventListener("change", refresh);
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, wait + Math.random() * 500);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  function stop() {
    clearTimeout(timer);
    if (source) source.close();
  }

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(`${location.pathname}?deel=spoor`, { credentials: "same-origin", headers: { "X-Zaakspoor-Live": "1" } });
      // Logged out, or no longer ours to see: the page stays as it was read.
      if (answer.status === 404 || answer.redirected) stop();
      else if (answer.ok) replace(await answer.text());
    } catch {
      // The network is away; the next connection asks once more.
    }
    busy = false;
    if (again) { again = false; refresh(); }
  }

  function replace(html) {
    const old = document.getElementById("spoor");
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("spoor");
    if (!old || !fresh || old.dataset.version === fresh.dataset.version) return;

    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const place = focused && (focused.id || focused.getAttribute("href"));
    const moved = old.dataset.status !== fresh.dataset.status;
    for (const open of old.querySelectorAll("details[open][id]")) {
      fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
    }
    old.replaceWith(document.adoptNode(fresh));
    if (place) (document.getElementById(place) || findLink(fresh, place))?.focus();
    if (moved) {
      fresh.querySelector(".zs-track__status")?.classList.add("zs-track__status--new");
      announce(fresh.dataset.status);
    }
  }

  function findLink(part, href) {
    return [...part.querySelectorAll("a")].find((link) => link.getAttribute("href") === href);
  }

  function announce(status) {
    const line = document.getElementById("melding");
    if (line) line.textContent = `${line.dataset.words} ${status}`;
  }

  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  connect();
})();
