/** The address of the page that explains an order of this name: `#1001` is at `/app/orders?name=1001`. */
export function orderPath(orderName: string): string {
  return `/app/orders?name=${encodeURIComponent(orderName.replace(/^#/, ""))}`;
}
