using PaymentCrypto.Packaging;

try
{
    switch (args)
    {
        case ["stage", .. string[] options]:
            StagedManifest.Write(PackagingOptions.Parse(options));
            return 0;
        case ["views", .. string[] options]:
            MergedViews.Write(PackagingOptions.Parse(options));
            return 0;
        case ["pack", .. string[] options]:
            new ModulePackage(PackagingOptions.Parse(options)).Write();
            return 0;
        default:
            throw new PackagingException(
                "The first word says what to make: 'stage' for the manifest of a build, 'views' for its views, 'pack' for what the gallery gets.");
    }
}
catch (PackagingException exception)
{
    // In the form that MSBuild shows as an error of the build.
    await Console.Error.WriteLineAsync($"PaymentCrypto.Packaging : error : {exception.Message}");
    return 1;
}
