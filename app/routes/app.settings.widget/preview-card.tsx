import { Button, ButtonGroup, Text } from "@shopify/polaris";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Section } from "../../components/settings/section.tsx";
import { accentColors, type WidgetLook } from "../../conversations/widget-look.ts";
import { type WidgetProfile, widgetSettings } from "../../conversations/widget-settings.ts";
import { FIRST_ACCENT, type LookForm, lookOf } from "./look-form.ts";
import { type Scene, SCENES, told } from "./scenes.ts";
import { SkipLink } from "./skip-link.tsx";
import { texts } from "./texts.ts";

type Props = { form: LookForm; profile: WidgetProfile; shop: string; stored: WidgetLook; after: string };
const words = texts.preview;

/** The real widget in a frame of its own, told the form's look as it is being edited. `after`: id of what follows. */
export function PreviewCard({ form, profile, shop, stored, after }: Props) {
  const [scene, setScene] = useState<Scene>("fresh");
  const read = lookOf(form);
  const look = useLastKnown(read.kind === "ok" ? read.settings : null) ?? stored;
  const settings = widgetSettings(profile, look, "en");
  const colors = settings.colors ?? accentColors(FIRST_ACCENT);
  return (
    <Section heading={words.heading} text={words.text}>
      <SkipLink to={after}>{words.skip}</SkipLink>
      <div role="group" aria-label={words.scenes}>
        <ButtonGroup variant="segmented" fullWidth>
          {SCENES.map((one) => (
            <Button key={one} pressed={one === scene} onClick={() => setScene(one)}>
              {words[one]}
            </Button>
          ))}
        </ButtonGroup>
      </div>
      <PreviewFrame shop={shop} message={JSON.stringify(told(scene, { ...settings, colors }))} />
      <div role="status">
        <Text as="p" tone="subdued">
          {read.kind === "invalid" ? words.waiting : ""}
        </Text>
      </div>
    </Section>
  );
}

/** What was there last, while there is nothing. */
function useLastKnown<Value extends object>(value: Value | null): Value | null {
  const [known, setKnown] = useState(value);
  if (value && JSON.stringify(value) !== JSON.stringify(known)) setKnown(value);
  return value ?? known;
}

/** @param message as JSON, so that the frame hears of what has changed and of nothing else */
function PreviewFrame({ shop, message }: { shop: string; message: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  // Not before somebody listens, so that its loading is never missed.
  const listening = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  useEffect(() => {
    // Its origin is nobody's, so none can be named; what it hears is no secret.
    if (loaded) frame.current?.contentWindow?.postMessage(JSON.parse(message), "*");
  }, [loaded, message]);
  return (
    <iframe
      ref={frame}
      title={words.frame}
      src={listening ? `/widget-preview?${new URLSearchParams({ shop }).toString()}` : undefined}
      sandbox="allow-scripts allow-forms"
      onLoad={() => setLoaded(listening)}
      style={{
        display: "block",
        width: "100%",
        height: 620,
        border: "1px solid var(--p-color-border)",
        borderRadius: "var(--p-border-radius-300)",
      }}
    />
  );
}
