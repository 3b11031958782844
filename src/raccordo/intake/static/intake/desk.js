// The desk, a little quicker. Without this the server does the same: an answer left untouched is the usual one.

const UNDO_SECONDS = 120;

// data-raccordo-desk='{"MADRE": {"for_whom": "FIGLI"}}': who comes decides the usual answers that nobody has touched yet.
function followVisitor(form) {
  const usual = JSON.parse(form.dataset.raccordoDesk);
  const touched = new Set();
  form.addEventListener("change", (event) => {
    if (event.target.name === "visitor_type") fill(form, { ...usual[""], ...usual[event.target.value] }, touched);
    else touched.add(event.target.name);
  });
}

function fill(form, answers, touched) {
  for (const [name, value] of Object.entries(answers)) {
    if (touched.has(name)) continue;
    const control = form.elements.namedItem(name);
    if (control) control.value = value;
  }
}

// "Annulla" holds for two minutes; after that the button would only say that it is late.
function forgetUndo(root) {
  const undo = root.querySelector(".rc-message form");
  if (undo) setTimeout(() => undo.remove(), UNDO_SECONDS * 1000);
}

// Opened to type: the first question has the focus, unless errors took it.
function focusFirstQuestion(form) {
  if (document.querySelector("[data-raccordo-focus]")) return;
  const first = form.querySelector("[name=visitor_type]:checked") ?? form.querySelector("[name=visitor_type]");
  first?.focus({ preventScroll: true });
}

for (const form of document.querySelectorAll("form[data-raccordo-desk]")) {
  followVisitor(form);
  focusFirstQuestion(form);
}
forgetUndo(document);
