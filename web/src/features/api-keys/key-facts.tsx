import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "~/api/client";
import { useAccount } from "~/api/session";
import { label, words } from "~/words/words";
import { stateOf } from "./key-state";
import { Ends, KeyStateMark } from "./marks";
import { peopleQuery } from "./queries";

type Key = Schemas["ApiKey"];

const text = words.apiKeys;
const { facts, columns } = text;

export function KeyFacts({ of: key, organisation }: { of: Key; organisation: string }) {
  const now = new Date();
  const state = stateOf(key, now);
  const paired = key.public_key !== null && key.public_key !== undefined;
  return (
    <dl className="kv">
      <dt>{columns.state}</dt>
      <dd>
        <KeyStateMark state={state} />
      </dd>
      {state.kind === "rotated" && (
        <>
          <dt>{facts.until}</dt>
          <dd>{words.format.moment(state.until)}</dd>
        </>
      )}
      {state.kind === "revoked" && (
        <>
          <dt>{facts.revoked}</dt>
          <dd>{words.format.moment(state.at)}</dd>
          <dt>{facts.reason}</dt>
          <dd className="pre-line">{state.reason}</dd>
        </>
      )}
      <dt>{columns.scopes}</dt>
      <dd>
        <ul>
          {key.scopes.map((scope) => (
            <li key={scope}>{label("KeyScope", scope)}</li>
          ))}
        </ul>
      </dd>
      <dt>{columns.kind}</dt>
      <dd>{key.test ? facts.kind.test : facts.kind.live}</dd>
      <dt>{columns.networks}</dt>
      <dd>
        {key.addresses.length === 0 ? (
          text.everywhere
        ) : (
          <ul>
            {key.addresses.map((network) => (
              <li key={network}>
                <bdi className="mono">{network}</bdi>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{columns.ends}</dt>
      <dd>
        <Ends of={key} now={now} />
      </dd>
      <dt>{columns.lastUsed}</dt>
      <dd>
        {key.last_used_on === null || key.last_used_on === undefined
          ? text.notUsed
          : words.format.day(key.last_used_on)}
      </dd>
      <dt>{facts.madeBy}</dt>
      <dd>
        <MadeBy of={key} organisation={organisation} />
      </dd>
      <dt>{facts.proof}</dt>
      <dd>{paired ? facts.publicKey : facts.secret}</dd>
      <dt>{facts.id}</dt>
      <dd>
        <bdi className="mono">{key.id}</bdi>
      </dd>
    </dl>
  );
}

function MadeBy({ of: key, organisation }: { of: Key; organisation: string }) {
  const me = useAccount();
  const mine = me?.id === key.account_id;
  const people = useQuery({ ...peopleQuery(organisation), enabled: !mine });
  const day = words.format.day(key.created_at);
  if (mine) return facts.made(facts.you, day);
  const person = people.data?.items.find(({ account_id: id }) => id === key.account_id);
  if (people.isPending) return day;
  return facts.made(person?.name ?? person?.email ?? facts.unknown, day);
}
