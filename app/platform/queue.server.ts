/** Puts a job into a queue of this app. */
type Send = (queue: string, data: object) => Promise<unknown>;

let send: Send | undefined;

/** Whoever runs the job queue connects it here, so that rooms can ask for work to be done later. */
export function connectQueue(to: Send | undefined): void {
  send = to;
}

/** @throws when no queue runs in this process, or the database cannot be reached. */
export async function enqueue(queue: string, data: object): Promise<void> {
  if (!send) throw new Error(`No queue runs that ${queue} could be put into.`);
  await send(queue, data);
}
