/** The machine's clock as a value, so that everything that reads the time can be given another one. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
