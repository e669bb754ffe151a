import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { comesFirst, requirementsFor } from "~/lib/requirements";
import { words } from "~/words/words";

type Scheme = Schemas["SchemeVersion"]["content"];

const text = words.certification.apply;
const { facts, times } = words.schemes;

function Needs({ title, needs }: { title: string; needs: Scheme["requirements"] }) {
  if (needs.length === 0) return null;
  return (
    <>
      <h4 className="small soft">{title}</h4>
      <ul className="notes">
        {needs.map(({ code, label, count }) => (
          <li key={code}>{times(count, label)}</li>
        ))}
      </ul>
    </>
  );
}

/** What the choice asks for, costs and promises. */
export function AskedFor({
  content,
  discipline,
  level,
}: {
  content: Scheme;
  discipline: string;
  level: string;
}) {
  const needs = requirementsFor(content.requirements, discipline, level);
  const fee = content.fees.find((one) => one.level === level);
  return (
    <div className="asked-for">
      <h3>{text.shown}</h3>
      <Needs title={text.first} needs={needs.filter(comesFirst)} />
      <Needs title={text.later} needs={needs.filter((one) => !comesFirst(one))} />
      <dl className="kv">
        <dt>{text.fee}</dt>
        <dd>{fee === undefined ? text.free : words.format.money(fee.amount_minor, fee.currency)}</dd>
        <dt>{text.time}</dt>
        <dd>{text.within(content.review_days)}</dd>
        <dt>{text.valid}</dt>
        <dd>{facts.validityOf(content.validity_months)}</dd>
        <dt>{text.appeal}</dt>
        <dd>{text.appealIn(content.appeal_days)}</dd>
      </dl>
      <p>
        <Link to={paths.aboutConsultants()}>{text.how}</Link>
      </p>
    </div>
  );
}
