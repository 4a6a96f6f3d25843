using System.Reflection;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Validation;
using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Api;

/// <summary>A program that is compiled ahead of time reads members by the code of their JSON: what that reads is what reflection reads.</summary>
public sealed class MemberReaderTests
{
    public static TheoryData<string> Operations => [.. OperationCatalog.All.Select(static operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_member_of_a_request_is_read(string name)
    {
        ApiOperation operation = OperationCatalog.Find(name)!;
        Compare(operation.ReadRequest(Encoding.UTF8.GetBytes(SampleJson.Of(operation.RequestType).ToJsonString())));
    }

    private static void Compare(object structure)
    {
        foreach (PropertyInfo member in structure.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            object? value = member.GetValue(structure);
            Func<object, object?>? read = MemberReader.JsonReaderOf(member);
            Assert.True(read is not null, $"{member.DeclaringType!.Name}.{member.Name} is read by reflection.");
            Assert.Equal(value, read(structure));
            if (value is ApiStructure)
            {
                Compare(value);
            }
        }
    }
}
