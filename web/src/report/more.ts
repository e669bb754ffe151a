/** The optional questions, each folded away behind its name until somebody wants it. */
import {
  BACKUP_STATE,
  CAUSE,
  CONTAINMENT,
  CRIME_LINK,
  REPORTER_ROLE,
  SECURITY_ATTRIBUTE,
  SECURITY_INCIDENT,
  VICTIM_TYPE,
} from "~/lib/sealed/vocabulary";
import type { Shown } from "./draft";
import { h } from "~/lib/light/dom";
import { textarea } from "./fields";
import { foldPart, oneOf, someOf, type Fold } from "./fold";
import type { Form, Part } from "./parts";
import { servicesFold } from "./services";
import { systemsFold } from "./systems";
import { choices, words } from "./words";

const { form: say } = words;

function containmentFold(form: Form): Fold {
  const fold = someOf(form, say.containment, CONTAINMENT, choices.containment, form.draft.containment);
  const around = textarea({ rows: 3 }, (value) => {
    form.draft.workaround = value;
    form.changed();
  });
  const label = h(
    "label",
    { class: "stack" },
    h("span", {}, say.workaround, h("span", { class: "soft" }, ` ${say.optional}`)),
    around,
  );
  return { ...fold, body: h("div", {}, fold.body, label) };
}

function folds(form: Form): Fold[] {
  const { draft } = form;
  const effects = (show: Shown) => show.effects;
  return [
    {
      ...oneOf(
        form,
        say.certainty,
        "two",
        SECURITY_INCIDENT,
        choices.certainty,
        (value) => {
          draft.certainty = value;
        },
        ({ certainty }) => certainty,
      ),
      when: (show) => show.certainty,
    },
    systemsFold(form),
    { ...servicesFold(form), when: effects },
    { ...someOf(form, say.impact, SECURITY_ATTRIBUTE, choices.impact, draft.impact), when: effects },
    containmentFold(form),
    {
      ...oneOf(
        form,
        say.backups,
        "two",
        BACKUP_STATE,
        choices.backups,
        (value) => {
          draft.backups = value;
        },
        ({ backups }) => backups,
      ),
      when: effects,
    },
    oneOf(
      form,
      say.cause,
      "two",
      CAUSE,
      choices.cause,
      (value) => {
        draft.cause = value;
      },
      ({ cause }) => cause,
    ),
    someOf(form, say.crime, CRIME_LINK, choices.crime, draft.crime),
    oneOf(
      form,
      say.victim,
      "two",
      VICTIM_TYPE,
      choices.victim,
      (value) => {
        draft.victim = value;
      },
      ({ victim }) => victim,
    ),
    oneOf(
      form,
      say.role,
      "two",
      REPORTER_ROLE,
      choices.role,
      (value) => {
        draft.role = value;
      },
      ({ role }) => role,
    ),
  ];
}

export function morePart(form: Form): Part {
  const parts = folds(form).map((fold) => foldPart(form.draft, fold));
  const node = h(
    "section",
    { class: "q more" },
    h("h2", {}, say.more.title),
    h("p", { class: "small soft" }, say.more.hint),
    h("div", { class: "folds" }, ...parts.map((part) => part.node)),
  );
  return {
    node,
    refresh: () => {
      for (const part of parts) part.refresh?.();
    },
  };
}
