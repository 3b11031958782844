// Small improvements of pages that work without them; each hooks on a data attribute.
import { countChoices } from "./choices.js";
import { focusFirst, sendOnce } from "./forms.js";

focusFirst(document);
sendOnce(document);
countChoices(document);
document.addEventListener("htmx:afterSwap", (event) => countChoices(event.target));
