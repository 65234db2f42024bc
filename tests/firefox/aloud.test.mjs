// The article read aloud, in Firefox.
import { testAloud } from "../both/aloud.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

testAloud(inFirefox(withFirefox()));
