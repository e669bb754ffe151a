import type { Schemas } from "~/api/client";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { daysLeft, stateOf, type KeyState } from "./key-state";

type Key = Schemas["ApiKey"];

const text = words.apiKeys;

export function KeyStateMark({ state }: { state: KeyState }) {
  switch (state.kind) {
    case "active":
    case "rotated":
      return <StateMark tone="valid" label={text.state.active} />;
    case "expired":
      return <StateMark tone="absent" label={text.state.expired} />;
    case "revoked":
      return <StateMark tone="stopped" label={text.state.revoked} />;
  }
}

/** The day a key ends; marked when that is soon. */
export function Ends({ of: key, now }: { of: Key; now: Date }) {
  const day = words.format.day(key.expires_at);
  const left = daysLeft(key, now);
  if (left !== null) return <StateMark tone="soon" label={text.ends(day, left)} />;
  return <span className="soft nowrap">{stateOf(key, now).kind === "revoked" ? "–" : day}</span>;
}
