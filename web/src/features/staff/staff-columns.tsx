import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";
import { FactorMark, StandingMark } from "./marks";

type Person = Schemas["StaffMember"];

const text = words.staff;

export function staffColumns(me: Account | null): Column<Person>[] {
  return [
    {
      id: "name",
      header: text.columns.name,
      phone: "main",
      grows: true,
      cell: (person) => (
        <Link className="row-link" to="." search={(before) => ({ ...before, person: person.id })}>
          {person.name}
          {person.id === me?.id && <span className="soft"> {text.you}</span>}
        </Link>
      ),
    },
    {
      id: "email",
      header: text.columns.email,
      phone: "under",
      cell: (person) => (
        <>
          <bdi className="staff-mail soft">{person.email}</bdi>
          {(person.second_factor_at ?? null) === null && (
            <span className="phone-only soft">{text.factor.missing}</span>
          )}
        </>
      ),
    },
    {
      id: "role",
      header: text.columns.role,
      phone: "end",
      cell: (person) => <span className="nowrap">{label("Role", person.role)}</span>,
    },
    {
      id: "state",
      header: text.columns.state,
      phone: "start",
      cell: (person) => <StandingMark suspended={person.suspended} />,
    },
    {
      id: "factor",
      header: text.columns.factor,
      cell: (person) => <FactorMark since={person.second_factor_at} />,
    },
    {
      id: "since",
      header: text.columns.since,
      cell: (person) => <span className="soft nowrap">{words.format.day(person.created_at)}</span>,
    },
  ];
}
