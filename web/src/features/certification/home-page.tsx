import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAccount, type Account } from "~/api/session";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ApplyPart, type PortChoice } from "./apply-part";
import { firmOf, runsSchemes } from "./can";
import { HeldPart } from "./held-part";
import { OwnRow } from "./own-row";
import { ownApplicationsQuery } from "./queries";

const text = words.certification;

/** Where an applicant begins: what is under way, what can be applied for, what is held. */
export function CertificationPage({ port }: { port: (choice: PortChoice) => ReactNode }) {
  const account = useAccount();
  useTitle(text.title);
  return account === null ? null : <Home account={account} port={port} />;
}

function Home({ account, port }: { account: Account; port: (choice: PortChoice) => ReactNode }) {
  const own = useQuery(ownApplicationsQuery(runsSchemes(account)));
  return (
    <div className="wrap page certification-home">
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <section className="form-part">
        <h2>{text.own.title}</h2>
        <Loaded asked={own}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={text.own.none}>{text.own.noneHint}</EmptyState>
            ) : (
              <ul className="own-list">
                {items.map((entry) => (
                  <OwnRow key={entry.id} entry={entry} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <HeldPart firm={firmOf(account)} />
      <ApplyPart firm={firmOf(account)} port={port} />
    </div>
  );
}
