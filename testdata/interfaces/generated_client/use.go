// A generated client is asked through the interface that was generated with it.
package generated

import "example.com/generated/api"

func deletes(pets api.PetAPI) error {
	_, err := api.DeletePetRequest{Service: pets, Link: "http://localhost/1"}.Execute()
	return err
}

func downloads(pets api.PetAPI) error {
	_, err := api.DownloadPetRequest{Service: pets, Link: "http://localhost/1"}.Execute() // want `discarded-response`
	return err
}
