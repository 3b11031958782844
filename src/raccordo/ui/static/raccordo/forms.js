// data-raccordo-focus: takes the focus when the page opens (a summary of errors, or the first field).
export function focusFirst(root) {
  root.querySelector("[data-raccordo-focus]")?.focus();
}

// data-raccordo-once: a form that is being sent is not sent again by a second tap.
export function sendOnce(root) {
  for (const form of root.querySelectorAll("form[data-raccordo-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.raccordoSent) event.preventDefault();
      form.dataset.raccordoSent = "yes";
    });
    window.addEventListener("pageshow", () => delete form.dataset.raccordoSent);
  }
}
