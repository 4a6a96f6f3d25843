using PaymentCrypto.Packaging;

try
{
    new ModulePackage(PackagingOptions.Parse(args)).Write();
    return 0;
}
catch (PackagingException exception)
{
    // In the form that MSBuild shows as an error of the build.
    await Console.Error.WriteLineAsync($"PaymentCrypto.Packaging : error : {exception.Message}");
    return 1;
}
