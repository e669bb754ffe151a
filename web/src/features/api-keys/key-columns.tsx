import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";
import { stateOf, type KeyState } from "./key-state";
import { Ends, KeyStateMark } from "./marks";

type Key = Schemas["ApiKey"];

const text = words.apiKeys;

export function scopesOf({ scopes }: Key): string {
  return words.format.list(scopes.map((scope) => label("KeyScope", scope)));
}

function networksOf({ addresses }: Key): string {
  const [first] = addresses;
  if (first === undefined) return text.everywhere;
  return addresses.length === 1 ? first : text.networks(addresses.length);
}

export function keyColumns(now: Date): Column<Key>[] {
  return [
    {
      id: "name",
      header: text.columns.name,
      phone: "main",
      grows: true,
      cell: (key) => (
        <Link className="row-link" to="." search={(before) => ({ ...before, key: key.id })}>
          {key.name}
        </Link>
      ),
    },
    {
      id: "scopes",
      header: text.columns.scopes,
      phone: "under",
      grows: true,
      cell: (key) => <span className="soft">{scopesOf(key)}</span>,
    },
    {
      id: "kind",
      header: text.columns.kind,
      cell: (key) => (key.test ? <span className="demo">{text.test}</span> : text.live),
    },
    {
      id: "networks",
      header: text.columns.networks,
      cell: (key) => <bdi className="soft nowrap">{networksOf(key)}</bdi>,
    },
    {
      id: "last_used",
      header: text.columns.lastUsed,
      cell: ({ last_used_on: day }) => (
        <span className="soft nowrap">
          {day === null || day === undefined ? text.notUsed : words.format.day(day)}
        </span>
      ),
    },
    {
      id: "ends",
      header: text.columns.ends,
      phone: "end",
      cell: (key) => <Ends of={key} now={now} />,
    },
    {
      id: "state",
      header: text.columns.state,
      phone: "start",
      cell: (key) => <State of={key} now={now} />,
    },
  ];
}

function moreOf(state: KeyState): string | null {
  if (state.kind === "rotated") return text.state.rotated(words.format.shortMoment(state.until));
  return state.kind === "revoked" ? state.reason : null;
}

/** A reason may be long: the row shows how it begins, the key all of it. */
function State({ of: key, now }: { of: Key; now: Date }) {
  const state = stateOf(key, now);
  const more = moreOf(state);
  return (
    <span className="key-state">
      <KeyStateMark state={state} />
      {more !== null && <span className="small soft">{more}</span>}
    </span>
  );
}
