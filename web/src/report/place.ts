/** Sea, port and ship: asked only where they make sense, never needed. */
import { SEA_REGION, SIZE_BAND, VESSEL_TYPE } from "~/lib/sealed/vocabulary";
import { countryOptions } from "./countries";
import { shown } from "./draft";
import { button, h } from "~/lib/light/dom";
import { input, optionsOf, select } from "./fields";
import { checked, type Form, type Part } from "./parts";
import { choices, words } from "./words";

const { form: say } = words;

function seaAndPort({ draft, changed }: Form): Part {
  const sea = select(
    say.where.seaRegion,
    say.optional,
    say.noAnswer,
    optionsOf(SEA_REGION, choices.seaRegion),
    (value) => {
      draft.seaRegion = value;
      changed();
    },
  );
  const country = select(say.where.country, say.optional, say.noAnswer, countryOptions(), (value) => {
    draft.country = value ?? "";
    changed();
  });
  const port = input(
    say.where.unlocode,
    say.optional,
    { placeholder: say.where.unlocodeHint, maxlength: 6, autocapitalize: "characters" },
    (value) => {
      draft.unlocode = value;
      changed();
    },
  );
  const portLine = checked(port.control);
  const portField = h("div", {}, port.node, portLine.line);
  return {
    node: h("div", { class: "two" }, sea.node, country.node, portField),
    refresh: () => {
      const show = shown(draft);
      sea.node.hidden = !show.seaRegion;
      country.node.hidden = !show.port;
      portField.hidden = !show.port;
    },
    checked: { unlocode: portLine },
  };
}

/** Says what singles out a ship while it can still be blurred. */
function guard({ draft, changed }: Form, drop: { type: () => void; size: () => void }): Part {
  const node = h(
    "div",
    { class: "guard note warn", role: "status" },
    h("p", { class: "strong" }, say.guard.title),
    h("p", {}, say.guard.text),
    h(
      "div",
      { class: "row" },
      button(say.guard.dropType, "", () => {
        drop.type();
        draft.vesselType = null;
        changed();
      }),
      button(say.guard.dropSize, "", () => {
        drop.size();
        draft.sizeBand = null;
        changed();
      }),
    ),
  );
  return {
    node,
    refresh: () => {
      node.hidden = !shown(draft).guard;
    },
  };
}

export function placePart(form: Form): Part {
  const { draft, changed } = form;
  const waters = seaAndPort(form);
  const type = select(
    say.where.vesselType,
    say.optional,
    say.noAnswer,
    optionsOf(VESSEL_TYPE, choices.vesselType),
    (value) => {
      draft.vesselType = value;
      changed();
    },
  );
  const size = select(
    say.where.sizeBand,
    say.optional,
    say.noAnswer,
    optionsOf(SIZE_BAND, choices.sizeBand),
    (value) => {
      draft.sizeBand = value;
      changed();
    },
  );
  waters.node.append(type.node, size.node);
  const warning = guard(form, {
    type: () => {
      type.control.value = "";
      type.control.focus();
    },
    size: () => {
      size.control.value = "";
      size.control.focus();
    },
  });
  return {
    node: h("div", {}, waters.node, warning.node),
    refresh: () => {
      waters.refresh?.();
      const { ship } = shown(draft);
      type.node.hidden = !ship;
      size.node.hidden = !ship;
      warning.refresh?.();
    },
    checked: waters.checked ?? {},
  };
}
