using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;

// Arguments: the store's directory, and how many tokens to make (0: until killed).
// Every line on standard output is a token that the engine has acknowledged.
string directory = args[0];
int count = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
try
{
    using ILocalEngine engine = new LocalEngineFactory().Open(new LocalEngineOptions { Directory = directory, BusyTimeout = TimeSpan.FromSeconds(60) });
    IPaymentCryptography service = engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion));
    for (int made = 0; count == 0 || made < count; made++)
    {
        GetParametersForImportResponse token = await service.SendAsync(
            new GetParametersForImportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048 },
            CancellationToken.None);
        Console.Out.WriteLine(token.ImportToken);
        Console.Out.Flush();
    }

    return 0;
}
catch (PaymentCryptographyException e)
{
    Console.Out.WriteLine($"{e.ErrorId}: {e.Message}");
    return 1;
}
