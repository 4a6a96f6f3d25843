using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>A session in which both sides have what an exchange starts from.</summary>
internal static class ExchangeSession
{
    private static readonly WarmStore Warm = new(
        """
        $kdh = New-PcKeyExchangeCertificate RSA_3072 Kdh
        $krd = New-PcKeyExchangeCertificate RSA_3072 Krd
        $stranger = New-PcKeyExchangeCertificate RSA_2048 Kdh
        $authority = Import-PcKey -RootCertificate $kdh.CertificateAuthority
        $pair = New-PcKey K2 RSA_3072
        $request = $pair | New-PcCertificateSigningRequest -CommonName KRD
        $aes = New-PcKeyComponent AES_128 -Count 2 | Join-PcKeyComponent
        $tdes = New-PcKeyComponent TDES_3KEY -Count 2 | Join-PcKeyComponent -AdjustParity
        $parameters = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072
        $aesKek = $parameters | New-PcKeyCryptogram -Key $aes | Import-PcKey -Usage K0 -Exportable
        $tdesKek = $parameters | New-PcKeyCryptogram -Key $tdes | Import-PcKey -Usage K0 -Exportable
        """,
        "kdh", "krd", "stranger", "authority", "pair", "request", "aes", "tdes", "parameters", "aesKek", "tdesKek");

    /// <summary>A store of its own with a TDES and an AES key encryption key that the other side has too.</summary>
    public static ModuleSession WithKeyEncryptionKeys(int width = 120)
    {
        var session = new ModuleSession(width: width);
        Warm.Open(session);
        session.Run("function New-ClearKey($algorithm) { New-PcKeyComponent $algorithm -Count 2 | Join-PcKeyComponent -AdjustParity:($algorithm -like "
            + "'TDES*') }").Succeed();
        return session;
    }
}
