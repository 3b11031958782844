// data-raccordo-max="3" on a group of checkboxes: says how many are chosen and stops at the last allowed.
// A group with a name of its own stands apart and is never stopped: the form says what to take away instead.

function countChoices(root) {
  for (const group of root.querySelectorAll("[data-raccordo-max]")) {
    const most = Number(group.dataset.raccordoMax);
    const boxes = [...group.querySelectorAll("input[type=checkbox]")];
    const said = group.querySelector("[data-raccordo-max-said]");
    const update = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      for (const box of boxes) {
        box.disabled = !box.checked && chosen >= most && !box.closest("[role=group]");
      }
      said.textContent = chosen ? `${chosen} su ${most} al massimo` : "";
    };
    group.addEventListener("change", update);
    update();
  }
}

countChoices(document);
document.addEventListener("htmx:afterSwap", (event) => countChoices(event.target));
