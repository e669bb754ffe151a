/** The one field for a number or the text of a code, and the camera beside it. */
import { button, h, text, uid } from "~/lib/light/dom";
import { canScan, makeScanner } from "./scan";
import { words } from "./words";

export interface AskView {
  readonly node: HTMLElement;
  /** Says what is wrong with what was given; empty takes it away. */
  readonly fault: (message: string) => void;
  readonly put: (value: string) => void;
}

export function askView(given: (value: string) => void): AskView {
  const say = words.field;
  const line = h("p", { class: "fault", id: uid("fault"), role: "alert" });
  const input = h("input", {
    class: "field",
    id: uid("field"),
    name: "code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    placeholder: say.hint,
    enterkeyhint: "go",
    dir: "ltr",
  });
  const fault = (message: string) => {
    text(line, message);
    line.hidden = message === "";
    if (message === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", message === "" ? "" : line.id);
  };
  const scanner = makeScanner((code) => {
    input.value = code;
    given(code);
  });
  const form = h(
    "form",
    { class: "ask", novalidate: true },
    h("label", { for: input.id }, say.label),
    h(
      "div",
      { class: "fields" },
      input,
      h("button", { class: "btn go" }, say.check),
      canScan() && button(say.scan, "", () => void scanner.start()),
    ),
    line,
    scanner.node,
    !canScan() && h("p", { class: "small soft" }, say.phone),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    scanner.stop();
    if (input.value.trim() === "") {
      fault(say.empty);
      input.focus();
    } else {
      given(input.value);
    }
  });
  input.addEventListener("input", () => fault(""));
  addEventListener("pagehide", scanner.stop);
  fault("");
  return {
    node: form,
    fault,
    put: (value) => {
      input.value = value;
    },
  };
}
