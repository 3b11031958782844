// data-raccordo-focus: takes the focus when the page opens (a summary of errors, or the first field).
document.querySelector("[data-raccordo-focus]")?.focus();

// data-raccordo-once: a form that is being sent is not sent again by a second tap.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-raccordo-once]")) return;
  if (form.dataset.raccordoSent) event.preventDefault();
  form.dataset.raccordoSent = "yes";
});

// coming back with the browser's arrow, it may be sent again
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-raccordo-sent]")) delete form.dataset.raccordoSent;
});
