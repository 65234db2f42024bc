// Text and colours as a person likes them, in Firefox.
import { testSettings } from "../both/settings.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

testSettings(inFirefox(withFirefox()));
