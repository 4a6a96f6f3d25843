using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class SerializationTests(SharedStore store)
{
    [Theory]
    [InlineData("Get-PcImportParameters -ReuseLastGeneratedToken", 1)]
    [InlineData("Get-PcImportParameters -ReuseLastGeneratedToken", 2)]
    [InlineData("Get-PcExportParameters -ReuseLastGeneratedToken", 1)]
    public void The_certificates_are_usable_after_remoting_and_Export_Clixml(string script, int depth)
    {
        using var session = new ModuleSession(store.Path);
        PSObject live = session.Run(script).Single();
        session.Set("live", live);
        session.Set("depth", depth);

        // In the session: what is written and read is decided by its type data.
        IReadOnlyList<PSObject> output = session.Run(
            """
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($live, $depth))
            $copy.Certificate; , [System.Security.Cryptography.X509Certificates.X509Certificate2[]]$copy.CertificateChain; $copy.TimeRemaining; $copy.ParametersValidUntilTimestamp
            """).Succeed();

        Assert.Equal(live.Properties["Certificate"].Value, Assert.IsType<X509Certificate2>(output[0].BaseObject));
        Assert.Equal((X509Certificate2[])live.Properties["CertificateChain"].Value, Assert.IsType<X509Certificate2[]>(output[1].BaseObject));
        Assert.Equal(live.Properties["TimeRemaining"].Value, output[2].BaseObject);
        Assert.Equal(live.Properties["ParametersValidUntilTimestamp"].Value, output[3].BaseObject);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)output[3].BaseObject).Kind);
    }

    [Fact]
    public void A_certificate_is_usable_after_Export_Clixml_of_what_it_is_in()
    {
        using var session = new ModuleSession(store.Path);

        // Export-Clixml writes two levels below the top.
        IReadOnlyList<PSObject> output = session.Run(
            """
            $live = @{ Acquirer = Get-PcImportParameters -ReuseLastGeneratedToken }
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($live, 2))
            $live.Acquirer.Certificate; $copy.Acquirer.Certificate
            """).Succeed();

        Assert.Equal(output[0].BaseObject, Assert.IsType<X509Certificate2>(output[1].BaseObject));
    }

    [Theory]
    [InlineData("Get-PcImportParameters -ReuseLastGeneratedToken")]
    [InlineData("Get-PcExportParameters -ReuseLastGeneratedToken")]
    [InlineData("$null = Get-PcImportParameters -ReuseLastGeneratedToken; (Get-PcToken)[0]")]
    [InlineData("Get-PcProvider")]
    public void ConvertTo_Json_sees_nothing_deeper_than_two_levels_and_no_object_of_the_framework(string script)
    {
        using var session = new ModuleSession(store.Path);
        PSObject instance = session.Run(script).Single();

        // ConvertTo-Json is not here to be asked. It takes every public .NET property, and an extended property only when no
        // .NET property has its name.
        string[] seen = [.. Flat(instance.BaseObject, "", 0)];
        Assert.NotEmpty(seen);
        Assert.All(
            instance.Properties.Where(property => property.MemberType != PSMemberTypes.Property),
            property => Assert.NotNull(instance.BaseObject.GetType().GetProperty(property.Name)));
    }

    private static IEnumerable<string> Flat(object? value, string path, int depth)
    {
        if (value is null or string or bool or int or DateTime)
        {
            return [path];
        }

        // The default depth of ConvertTo-Json; it warns when an object is deeper.
        Assert.InRange(depth, 0, 2);
        switch (value)
        {
            case Array items:
                return items.Cast<object?>().SelectMany(item => Flat(item, path + "[]", depth + 1));
            default:
                Assert.StartsWith("PaymentCrypto.", value.GetType().FullName, StringComparison.Ordinal);
                return value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .SelectMany(property => Flat(property.GetValue(value), $"{path}.{property.Name}", depth + 1));
        }
    }
}
