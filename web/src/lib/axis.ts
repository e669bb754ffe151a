const factors = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Two round grid lines that hold the largest value: 40 for 38, 120 for 118. Counts have no fractions. */
export function axis(largest: number): { max: number; lines: [number, number] } {
  const half = Math.max(largest / 2, 1);
  const magnitude = 10 ** Math.floor(Math.log10(half));
  const steps = factors.map((factor) => factor * magnitude).filter(Number.isInteger);
  const step = steps.find((candidate) => candidate >= half) ?? half;
  return { max: step * 2, lines: [step, step * 2] };
}
