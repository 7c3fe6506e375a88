import { gid, numericId } from "../../store/ids.ts";
import { listConnection, type PageArgs } from "../connection.ts";

type MetafieldRecord = { namespace: string; key: string; type: string; value: string };

/** `metafield` and `metafields`, as on every type that has metafields. */
export function metafieldFields(metafields: MetafieldRecord[], owner: string) {
  const view = (item: MetafieldRecord) => {
    const id = numericId("Metafield", `${item.namespace}.${item.key}`, owner);
    return { ...item, id: gid("Metafield", id), legacyResourceId: id };
  };
  return {
    metafield: (args: { namespace?: string | null; key: string }) => {
      const name = args.namespace ? `${args.namespace}.${args.key}` : args.key;
      const found = metafields.find((item) => `${item.namespace}.${item.key}` === name);
      return found ? view(found) : null;
    },
    metafields: (args: PageArgs & { namespace?: string | null; keys?: string[] | null }) =>
      listConnection(
        metafields
          .filter((item) => !args.namespace || item.namespace === args.namespace)
          .filter((item) => !args.keys || args.keys.includes(`${item.namespace}.${item.key}`))
          .map(view),
        args,
        (item) => item,
      ),
  };
}
