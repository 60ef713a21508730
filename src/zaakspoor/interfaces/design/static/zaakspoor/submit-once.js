// A second click on a button that is already working does nothing. The server holds this too.
"use strict";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "ja";
  event.submitter?.setAttribute("aria-busy", "true");
});

// Back from the next page: the form works again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const busy of document.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
});

// After sending with mistakes, reading goes on where they are listed.
document.querySelector("[data-focus]")?.focus();
