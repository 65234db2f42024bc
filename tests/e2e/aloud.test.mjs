// The article read aloud, in Chromium.
import { testAloud } from "../both/aloud.mjs";
import { inChromium } from "./hand.mjs";
import { withBrowser } from "./with-browser.mjs";

testAloud(inChromium(withBrowser()));
