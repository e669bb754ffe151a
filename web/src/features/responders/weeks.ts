import type { Schemas } from "~/api/client";
import { daysLater } from "~/lib/day-count";

type Duty = Schemas["Duty"];

/** A time in which somebody is on call, or nobody is. */
export type Stretch = { from: string; to: string; duty: Duty | null };

export interface Week {
  /** The Monday it begins with. */
  monday: string;
  stretches: Stretch[];
}

/** The Monday of the week that a moment lies in, in UTC. */
export function mondayOf(moment: string): string {
  const day = moment.slice(0, 10);
  return daysLater(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** Duties and gaps by the week in which they begin; what began before the rota does stands in its first week. */
export function weeksOf({ from, duties, gaps }: Schemas["Rota"]): Week[] {
  const all: Stretch[] = [
    ...duties.map((duty) => ({ from: duty.starts_at, to: duty.ends_at, duty })),
    ...gaps.map((gap) => ({ ...gap, duty: null })),
  ];
  const begins = ({ from: own }: Stretch) => Math.max(Date.parse(own), Date.parse(from));
  const weeks = new Map<string, Stretch[]>();
  for (const stretch of all.sort((a, b) => begins(a) - begins(b))) {
    const monday = mondayOf(new Date(begins(stretch)).toISOString());
    weeks.set(monday, [...(weeks.get(monday) ?? []), stretch]);
  }
  return [...weeks].map(([monday, stretches]) => ({ monday, stretches }));
}
