// Warns two minutes before the login ends, and lets one stay. Without this script the login
// still ends on time, and what was typed is kept by the server.
"use strict";

(() => {
  const dialog = document.getElementById("sessie");
  if (!dialog || !dialog.showModal) return;

  const WARN_AT = 120;
  const [warning, gone] = dialog.querySelectorAll("[data-part]");
  const left = dialog.querySelector("[data-left]");
  let ends = 0;
  let timer = 0;

  async function ask(options) {
    clearTimeout(timer);
    try {
      const answer = await fetch(dialog.dataset.address, { credentials: "same-origin", ...options });
      if (!answer.ok) throw new Error(answer.statusText);
      plan((await answer.json()).seconds);
    } catch {
      timer = setTimeout(ask, 30000);
    }
  }

  function plan(seconds) {
    ends = Date.now() + seconds * 1000;
    if (seconds <= 0) return leave();
    if (seconds > WARN_AT) {
      if (dialog.open) dialog.close();
      // Another tab may have kept the login alive: ask again before warning.
      timer = setTimeout(ask, (seconds - WARN_AT) * 1000 + 500);
      return;
    }
    if (!dialog.open) dialog.showModal();
    count();
  }

  function count() {
    const seconds = Math.max(0, Math.round((ends - Date.now()) / 1000));
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    const words = minutes === 1 ? left.dataset.leftOne : left.dataset.left.replace("{n}", minutes);
    // Only a changed text is read out again.
    if (left.textContent !== words) left.textContent = words;
    timer = setTimeout(seconds > 0 ? count : ask, seconds > 0 ? 1000 : 1500);
  }

  // A page that only shows something is left at once. One with a form stays, covered: sending the
  // form leads to the login, and from there back to what was typed.
  function leave() {
    if (!document.querySelector(".zs-form")) return location.assign(dialog.dataset.gone);
    warning.hidden = true;
    gone.hidden = false;
    dialog.classList.add("zs-dialog--gone");
    dialog.setAttribute("aria-labelledby", "sessie-weg");
    gone.querySelector("h2").id = "sessie-weg";
    if (!dialog.open) dialog.showModal();
    gone.querySelector("button").focus();
  }

  warning.addEventListener("submit", (event) => {
    event.preventDefault();
    if (dialog.open) dialog.close();
    ask({ method: "POST", body: new FormData(warning) });
  });
  gone.querySelector("button").addEventListener("click", () => {
    document.querySelector(".zs-form").submit();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (gone.hidden) warning.requestSubmit();
  });
  ask();
})();
