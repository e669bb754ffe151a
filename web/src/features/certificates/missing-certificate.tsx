import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { otherEntries, paths } from "~/app/paths";
import { words } from "~/words/words";
import { CheckForm } from "./check-form";
import { checkQuery } from "./queries";

const text = words.certificates.missing;

/** A number that we never gave: what was probably meant, and another try. */
export function MissingCertificate({ number }: { number: string }) {
  const check = useQuery(checkQuery(number)).data;
  const meant = check?.did_you_mean ?? [];
  return (
    <div className="prose">
      <h1>{text.title}</h1>
      <p>{text.text(number)}</p>
      {check !== undefined && meant.length === 0 && <p className="soft">{check.detail}</p>}
      {meant.length > 0 && (
        <>
          <h2>{text.meant}</h2>
          <ul className="link-list">
            {meant.map((other) => (
              <li key={other}>
                <Link to={paths.certificate(other)}>
                  <bdi className="mono">{other}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {text.shown} <a href={otherEntries.report()}>{text.tell}</a>
      </p>
      <h2>{text.again}</h2>
      <CheckForm scan />
    </div>
  );
}
