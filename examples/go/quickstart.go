// Plain Go on PaymentCrypto, for where the AWS SDK cannot be had. Start `paymentcrypto serve`, set the variables that it prints, and
//
//	go run quickstart.go
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

type answer struct {
	Key struct{ KeyArn, KeyCheckValue string }
}

func call(operation, body string) (got answer) {
	request, err := http.NewRequest("POST", os.Getenv("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY"), strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-amz-json-1.0")
	request.Header.Set("X-Amz-Target", "PaymentCryptographyControlPlane."+operation)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&got); err != nil || response.StatusCode != http.StatusOK {
		log.Fatal(response.Status, " ", err)
	}
	return got
}

func main() {
	made := call("CreateKey", `{"Exportable": false, "KeyAttributes": {
		"KeyUsage": "TR31_P0_PIN_ENCRYPTION_KEY", "KeyClass": "SYMMETRIC_KEY", "KeyAlgorithm": "AES_128",
		"KeyModesOfUse": {"Encrypt": true, "Decrypt": true, "Wrap": true, "Unwrap": true}}}`)
	found := call("GetKey", fmt.Sprintf(`{"KeyIdentifier": %q}`, made.Key.KeyArn))
	fmt.Println("The same key:", found.Key.KeyCheckValue == made.Key.KeyCheckValue)
}
