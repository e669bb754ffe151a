/** What a scheme asks for at a level of a discipline. It counts; whether a paper proves anything is for a reviewer. */
interface Requirement {
  code: string;
  kind: string;
  count: number;
  levels?: readonly string[] | null | undefined;
  disciplines?: readonly string[] | null | undefined;
}

function meant(codes: readonly string[] | null | undefined, code: string): boolean {
  return codes === null || codes === undefined || codes.includes(code);
}

/** In the order of the scheme. Those of lower levels are not added. */
export function requirementsFor<R extends Requirement>(
  all: readonly R[],
  discipline: string,
  level: string,
): R[] {
  return all.filter((one) => meant(one.disciplines, discipline) && meant(one.levels, level));
}

/** Whether it has to be there when an application is submitted; exams and training follow. */
export function comesFirst({ kind }: Requirement): boolean {
  return kind === "evidence" || kind === "referees" || kind === "declaration";
}

/** What is not there yet, by how many of each somebody has. */
export function lacking<R extends Requirement>(
  all: readonly R[],
  given: Readonly<Record<string, number>>,
): { requirement: R; left: number }[] {
  return all
    .map((requirement) => ({ requirement, left: requirement.count - (given[requirement.code] ?? 0) }))
    .filter(({ left }) => left > 0);
}
