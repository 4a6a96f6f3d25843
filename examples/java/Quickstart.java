// Plain Java 17 on PaymentCrypto, for where the AWS SDK cannot be had. Start `paymentcrypto serve`, set the variables that it prints, and
//   java Quickstart.java
import java.net.URI;
import java.net.http.*;
import java.util.regex.Pattern;

class Quickstart {
    public static void main(String[] args) throws Exception {
        String made = call("CreateKey", """
            {"Exportable": false, "KeyAttributes": {
              "KeyUsage": "TR31_P0_PIN_ENCRYPTION_KEY", "KeyClass": "SYMMETRIC_KEY", "KeyAlgorithm": "AES_128",
              "KeyModesOfUse": {"Encrypt": true, "Decrypt": true, "Wrap": true, "Unwrap": true}}}""");
        String found = call("GetKey", "{\"KeyIdentifier\": \"" + field(made, "KeyArn") + "\"}");
        System.out.println("The same key: " + field(found, "KeyCheckValue").equals(field(made, "KeyCheckValue")));
    }

    static String call(String operation, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY")))
            .header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Target", "PaymentCryptographyControlPlane." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(json)).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
        return answer.body();
    }

    static String field(String json, String name) {
        return Pattern.compile('"' + name + "\":\"([^\"]*)\"").matcher(json).results().findFirst().orElseThrow().group(1);
    }
}
