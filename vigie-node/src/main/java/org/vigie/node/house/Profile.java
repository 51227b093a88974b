package org.vigie.node.house;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.node.shell.Role;
import org.vigie.register.ForgetfulJson;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.Place;
import org.vigie.seal.SealRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an account knows of its member; sealed with the member's own keys, at one size for everyone.
 * Protects who an account belongs to and the second factor's secret from whoever has no passphrase.
 *
 * @param member id
 * @param house id of the house's register
 * @param keepers id of the keepers' register, where wishes are left
 * @param roles codes of the roles held until the house's register says otherwise
 * @param totp shared secret of the authenticator app in hexadecimal; blank without a second factor
 * @param lastStep the last time step whose code was used; -1 for none
 */
record Profile(
    String member, String house, String keepers, List<String> roles, String totp, long lastStep) {

  static final int PADDED = 1024;
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  MemberId memberId() {
    return new MemberId(member);
  }

  Set<Role> heldRoles() {
    return Roles.of(roles);
  }

  Profile used(long step) {
    return new Profile(member, house, keepers, roles, totp, step);
  }

  Profile withTotp(String secret) {
    return new Profile(member, house, keepers, roles, secret, -1);
  }

  byte[] seal(MemberKeys keys, String lookup) {
    var json = JSON.writeValueAsBytes(this);
    if (json.length > PADDED) {
      throw new IllegalStateException("a profile outgrew its size");
    }
    var padded = Arrays.copyOf(json, PADDED);
    Arrays.fill(padded, json.length, PADDED, (byte) ' ');
    return keys.keyring().seal(padded, place(lookup));
  }

  static Profile open(byte[] sealed, MemberKeys keys, String lookup) throws SealRefused {
    var json = new String(keys.keyring().open(sealed, place(lookup)), StandardCharsets.UTF_8);
    try {
      return JSON.readValue(json, Profile.class);
    } catch (JacksonException ours) {
      throw new IllegalStateException("a profile that opens must read", ours);
    }
  }

  private static Place place(String lookup) {
    return new Place("house", "account", lookup, "profile", 0, 1);
  }
}
