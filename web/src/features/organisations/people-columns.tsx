import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";
import { MembershipMark } from "./marks";

type Person = Schemas["Membership"];

const text = words.organisation.people;

export function peopleColumns(me: Account | null): Column<Person>[] {
  return [
    {
      id: "name",
      header: text.columns.name,
      phone: "main",
      grows: true,
      cell: (person) => (
        <Link className="row-link" to="." search={(before) => ({ ...before, person: person.id })}>
          {person.name ?? text.notAccepted}
          {person.account_id === me?.id && <span className="soft"> {text.you}</span>}
        </Link>
      ),
    },
    {
      id: "email",
      header: text.columns.email,
      phone: "under",
      cell: (person) => <bdi className="soft">{person.email}</bdi>,
    },
    {
      id: "role",
      header: text.columns.role,
      phone: "end",
      cell: (person) => <span className="nowrap">{label("OrganisationRole", person.role)}</span>,
    },
    {
      id: "state",
      header: text.columns.state,
      phone: "start",
      cell: (person) => <MembershipMark state={person.state} />,
    },
    {
      id: "since",
      header: text.columns.since,
      cell: (person) => <span className="soft nowrap">{words.format.day(person.changed_at)}</span>,
    },
  ];
}
