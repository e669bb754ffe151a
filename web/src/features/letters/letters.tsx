import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, take, type Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { letterParts } from "./letter-parts";

const text = words.letters;

const lettersQuery = queryOptions({
  queryKey: ["letters"],
  queryFn: () => take(api.GET("/api/v1/demo/mails")),
  staleTime: 0,
});

/** The demo's letter box: what a real site would have sent. Elsewhere there is none, and `missing` says so. */
export function Letters({ missing }: { missing: ReactNode }) {
  const letters = useQuery(lettersQuery);
  return isMissing(letters) ? missing : <LetterBox letters={letters} />;
}

function LetterBox({ letters }: { letters: UseQueryResult<Schemas["DemoMail"][]> }) {
  useTitle(text.title);
  return (
    <div className="wrap page form-page">
      <div className="ph">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <Button className="push" onClick={() => void letters.refetch()}>
          {text.look}
        </Button>
      </div>
      <Loaded asked={letters}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={text.none}>{text.noneHint}</EmptyState>
          ) : (
            all.map((letter) => <Letter key={letter.id} letter={letter} />)
          )
        }
      </Loaded>
    </div>
  );
}

function Letter({ letter }: { letter: Schemas["DemoMail"] }) {
  return (
    <article className="letter line" aria-label={letter.subject}>
      <h2>{letter.subject}</h2>
      <p className="small soft">
        {text.to} <bdi>{letter.to}</bdi> · {words.format.moment(letter.at)}
      </p>
      <p className="pre-line">
        {letterParts(letter.body.trim(), window.location.origin).map(({ text: part, path }, at) =>
          path === null ? (
            part
          ) : (
            <Link key={at} to={path}>
              {part}
            </Link>
          ),
        )}
      </p>
    </article>
  );
}
