/**
 * Stands in for the post-quantum recipients of age, which the intake never makes and never accepts: they would be
 * a seventh of what a reporter loads over a slow line.
 */
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
