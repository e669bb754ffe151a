/** The recovery codes as a text that is kept: whose they are, and one on each line. */
export function codesFile(head: string, codes: readonly string[]): string {
  return `${head}\n\n${codes.join("\n")}\n`;
}
