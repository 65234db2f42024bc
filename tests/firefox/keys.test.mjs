// The reader by its keys, in Firefox.
import { testKeys } from "../both/keys.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

testKeys(inFirefox(withFirefox()));
