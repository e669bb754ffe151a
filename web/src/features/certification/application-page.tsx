import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { certificationApplicationQuery, type CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { runsSchemes } from "./can";
import { OwnApplication } from "./own-application";
import { ReviewApplication } from "./review-application";

const route = getRouteApi("/certification/$id");
const text = words.certification;

/** What other features put into the page: the curriculum and the papers. */
export interface Slots {
  curriculum: ReactNode;
  papers: (choice: {
    kind: Schemas["EvidenceKind"] | null;
    chosen: readonly string[];
    onChange: (ids: string[]) => void;
  }) => ReactNode;
  shown: (papers: readonly Schemas["EvidenceFile"][], none: string) => ReactNode;
}

export function goalOf({
  discipline,
  level,
}: Pick<CertificationApplication, "discipline" | "level">): string {
  return text.own.of(discipline.label, level.label);
}

/** An application: written by who applies, judged by those who run the scheme. */
export function ApplicationPage(slots: Slots) {
  const { id } = route.useParams();
  const account = useAccount();
  const asked = useQuery(certificationApplicationQuery(id));
  const missing = isMissing(asked);
  useTitle(missing ? text.missing.title : asked.data === undefined ? text.title : goalOf(asked.data));
  if (account === null) return null;
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.certification()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  const toBoard = runsSchemes(account) && asked.data?.own !== true;
  return (
    <div className="page list-page application">
      <p className="small crumbs">
        <Link to={toBoard ? paths.certificationBoard() : paths.certification()}>
          {toBoard ? words.board.title : text.title}
        </Link>
      </p>
      <Loaded asked={asked}>
        {(application) =>
          application.own ? (
            <OwnApplication
              key={application.stage}
              application={application}
              slots={slots}
              onReread={async () => (await asked.refetch({ throwOnError: true })).data ?? application}
            />
          ) : (
            <ReviewApplication application={application} account={account} slots={slots} />
          )
        }
      </Loaded>
    </div>
  );
}
