import { ApplicationPage } from "~/features/certification/application-page";
import { Curriculum } from "~/features/evidence/curriculum";
import { Papers } from "~/features/evidence/paper-line";
import { PaperPick } from "~/features/evidence/paper-pick";

/** An application with the papers and the curriculum that it shows. */
export function OneCertificationPage() {
  return (
    <ApplicationPage
      curriculum={<Curriculum />}
      papers={(choice) => <PaperPick {...choice} />}
      shown={(papers, none) => <Papers papers={papers} none={none} />}
    />
  );
}
