import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { NamesField } from "./names-field.tsx";
import { texts } from "./texts.ts";
import { readIds, withNames } from "./typed-names.ts";
import { useTitles } from "./use-titles.ts";

type Props = {
  of: "products" | "collections";
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  help?: string;
  error?: string | undefined;
};

const TYPES = { products: "Product", collections: "Collection" } as const;
const UNKNOWN = { products: texts.exclusions.unknownProduct, collections: texts.exclusions.unknownCollection };

/** Products or collections, chosen in Shopify's own list or pasted as ids where it is not there. */
export function PickedField({ of, ids, onChange, help, error }: Props) {
  const shopify = useAppBridge();
  const [noPicker, setNoPicker] = useState(false);
  const { titles, learn } = useTitles(ids);
  const choose = async () => {
    try {
      const type = of === "products" ? "product" : "collection";
      const chosen = await shopify.resourcePicker({ type, multiple: true, filter: { variants: false } });
      if (!chosen) return;
      learn(chosen.map(({ id, title }) => [id, title]));
      onChange(
        withNames(
          ids,
          chosen.map(({ id }) => id),
        ),
      );
    } catch {
      setNoPicker(true);
    }
  };
  const called = (id: string): string => {
    const title = titles.get(id);
    const number = id.replace(/^gid:\/\/shopify\/\w+\//i, "");
    if (title === undefined) return number;
    return title === null ? `${UNKNOWN[of]} (${number})` : title;
  };
  return (
    <NamesField
      label={texts.exclusions[of]}
      names={ids}
      read={readIds(TYPES[of])}
      onChange={onChange}
      help={help ?? texts.names.idHelp}
      error={error}
      called={called}
      more={
        <InlineStack gap="200" blockAlign="center">
          <Button onClick={() => void choose()}>{texts.names.choose[of]}</Button>
          <div role="status">{noPicker && <Text as="p">{texts.names.noPicker}</Text>}</div>
        </InlineStack>
      }
    />
  );
}
