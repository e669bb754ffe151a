/** What a mailbox shows: how far the report has come, and what was written on both sides. */
import type { Message } from "~/lib/sealed/report";
import type { MailboxStatus } from "~/lib/sealed/vocabulary";
import { afterWords } from "./after-words";
import { kept } from "./aside";
import { h } from "~/lib/light/dom";
import { dayAndPart, dayName } from "./moments";

const say = afterWords.mailbox;

type Closing = Exclude<MailboxStatus, "received" | "read">;

function closingOf(status: MailboxStatus | undefined): Closing | null {
  return status === undefined || status === "received" || status === "read" ? null : status;
}

/** The question the reporter has not written after, if there is one. */
export function openQuestion(messages: readonly Message[]): Message | null {
  const asked = messages.findLastIndex(({ from, kind }) => from === "desk" && kind === "question");
  const later = messages.slice(asked + 1).some(({ from }) => from === "reporter");
  return asked < 0 || later ? null : (messages[asked] ?? null);
}

interface Progress {
  readonly label: string;
  readonly at: string | null;
  readonly look: "y" | "now1" | "";
}

export function progressOf(messages: readonly Message[], filed: boolean): Progress[] {
  const fromDesk = messages.filter(({ from }) => from === "desk");
  const read = fromDesk.find(({ status }) => status !== "received");
  const question = openQuestion(messages);
  const answered = question === null ? messages.findLast(({ kind }) => kind === "answer") : undefined;
  const last = fromDesk.findLast(({ status }) => closingOf(status) !== null);
  const closing = closingOf(last?.status);
  const received = filed || fromDesk.length > 0;
  return [
    { label: say.steps.received, at: fromDesk[0]?.at ?? null, look: received ? "y" : "" },
    { label: say.steps.read, at: read?.at ?? null, look: read ? "y" : "" },
    answered === undefined
      ? {
          label: question ? say.steps.question : say.steps.perhaps,
          at: question?.at ?? null,
          look: question ? "now1" : "",
        }
      : { label: say.steps.answered, at: answered.at, look: "y" },
    {
      label: closing === null ? say.steps.closed : say.outcome[closing],
      at: last?.at ?? null,
      look: closing === null ? "" : "now1",
    },
  ];
}

/** What a look brought: only what the desk wrote counts, since one knows what one wrote oneself. */
export function newsOf(before: readonly Message[], now: readonly Message[]): string {
  const count = (messages: readonly Message[]) => messages.filter(({ from }) => from === "desk").length;
  const all = count(now);
  const fresh = all - count(before);
  if (fresh > 0) return say.news(fresh);
  return all === 0 ? say.noneYet : say.looked;
}

export function progressList(messages: readonly Message[], filed: boolean): HTMLElement {
  const items = progressOf(messages, filed).map(({ label, at, look }) =>
    h(
      "li",
      { class: look, "aria-current": look === "now1" ? "step" : null },
      label,
      h("span", {}, at === null ? "" : dayName(at)),
    ),
  );
  return h("ol", { class: "state" }, ...items);
}

function textOf({ kind, status, text }: Message): string {
  const told = kind === "status" && status !== undefined ? say.status[status] : "";
  return [told, text].filter((part) => part !== "").join(" ");
}

export function messageView(message: Message): HTMLElement {
  const who = message.from === "desk" ? say.desk : say.you;
  return h(
    "article",
    { class: "msg" },
    h("p", { class: "who" }, h("span", { class: "strong" }, who), h("span", {}, dayAndPart(message.at))),
    h("p", { class: "body", dir: "auto" }, textOf(message)),
  );
}

export function emptyView(): HTMLElement {
  return h(
    "div",
    { class: "note" },
    h("p", { class: "strong" }, say.empty.title),
    h("p", {}, say.empty.text),
  );
}

export function aboutEmpty(): HTMLElement {
  return kept(say.habits.title, say.habits.sentences);
}
