// The reader by its keys, in Chromium.
import { testKeys } from "../both/keys.mjs";
import { inChromium } from "./hand.mjs";
import { withBrowser } from "./with-browser.mjs";

testKeys(inChromium(withBrowser()));
